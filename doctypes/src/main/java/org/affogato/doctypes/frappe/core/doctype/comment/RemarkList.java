package org.affogato.doctypes.frappe.core.doctype.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The {@code _comments} column of a document: its last hundred remarks and messages, shortened, as JSON that list views read. */
public final class RemarkList {
    private static final int KEPT = 100;
    private static final int LONGEST = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Document comment;
    private final Context context;

    public RemarkList(Document comment, Context context) {
        this.comment = comment;
        this.context = context;
    }

    /** Adds the remark, or brings its text up to date. */
    public void put() {
        if (!hasPlace()) {
            return;
        }
        List<Map<String, @Nullable Object>> remarks = read();
        for (Map<String, @Nullable Object> remark : remarks) {
            if (isThis(remark)) {
                remark.put("comment", shortened());
                write(remarks);
                return;
            }
        }
        Map<String, @Nullable Object> added = new LinkedHashMap<>();
        added.put("comment", shortened());
        added.put("by", author());
        added.put("name", comment.name());
        remarks.add(added);
        write(remarks);
    }

    private String author() {
        return Stream.of(comment.text("comment_email"), comment.text("sender"), comment.owner())
                .filter(author -> !author.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Takes the remark out. */
    void remove() {
        if (!hasPlace()) {
            return;
        }
        List<Map<String, @Nullable Object>> remarks = read();
        if (remarks.removeIf(this::isThis)) {
            write(remarks);
        }
    }

    private boolean hasPlace() {
        String doctype = comment.text("reference_doctype");
        if (doctype.isEmpty() || comment.text("reference_name").isEmpty() || !context.hasDoctype(doctype)) {
            return false;
        }
        Meta meta = context.meta(doctype);
        return !meta.isSingle() && !meta.isVirtual() && !meta.isChild();
    }

    private boolean isThis(Map<String, @Nullable Object> remark) {
        return comment.name().equals(remark.get("name"));
    }

    private String shortened() {
        String text = comment.text("content");
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }

    private List<Map<String, @Nullable Object>> read() {
        List<Map<String, @Nullable Object>> rows = context.database()
                .query(
                        "SELECT `_comments` FROM {%s} WHERE name = ?".formatted(comment.text("reference_doctype")),
                        comment.text("reference_name"));
        Object stored = rows.isEmpty() ? null : rows.getFirst().get("_comments");
        try {
            return stored == null ? new ArrayList<>() : JSON.readValue(stored.toString(), new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            return new ArrayList<>();
        }
    }

    private void write(List<Map<String, @Nullable Object>> remarks) {
        List<Map<String, @Nullable Object>> last = remarks.subList(Math.max(0, remarks.size() - KEPT), remarks.size());
        try {
            context.database()
                    .execute(
                            "UPDATE {%s} SET `_comments` = ? WHERE name = ?"
                                    .formatted(comment.text("reference_doctype")),
                            JSON.writeValueAsString(last),
                            comment.text("reference_name"));
        } catch (JsonProcessingException error) {
            throw new ValidationError("The comments of " + comment.text("reference_name") + " cannot be written");
        }
    }
}
