package org.affogato.doctypes.frappe.desk.doctype.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** The tags of one document, kept in its {@code _user_tags} and as Tag Links. Frappe: {@code DocTags}. */
final class TaggedDocument {
    private final Context context;
    private final Documents relaxed;
    private final Document document;

    /**
     * @throws org.affogato.engine.error.PermissionError where the caller may not write the document
     */
    TaggedDocument(Context context, String doctype, String name) {
        this.context = context;
        this.relaxed = context.with(context.flags().ignoringPermissions()).documents();
        checkTakesTags(context.meta(doctype));
        this.document = context.documents().getForUpdate(doctype, name);
        context.permissions().check(Right.WRITE, document);
    }

    private static void checkTakesTags(Meta meta) {
        if (meta.isSingle() || meta.isVirtual() || meta.isChild()) {
            throw new ValidationError(meta.name() + " takes no tags");
        }
    }

    void add(List<String> tags) {
        List<String> kept = new ArrayList<>(tags());
        List<String> added = tags.stream().filter(tag -> !kept.contains(tag)).toList();
        if (added.isEmpty()) {
            return;
        }
        added.stream().filter(tag -> !relaxed.exists("Tag", tag)).forEach(this::makeTag);
        kept.addAll(added);
        write(kept);
    }

    private void makeTag(String tag) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", tag);
        values.put("__islocal", 1L);
        relaxed.insert(relaxed.create("Tag", values));
    }

    void remove(String tag) {
        write(tags().stream().filter(kept -> !kept.equalsIgnoreCase(tag)).toList());
    }

    private List<String> tags() {
        return Stream.of(document.text("_user_tags").strip().split(","))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private void write(List<String> tags) {
        String text = tags.stream().distinct().collect(Collectors.joining(","));
        context.database()
                .execute(
                        "UPDATE {%s} SET `_user_tags` = ? WHERE name = ?".formatted(document.doctype()),
                        text,
                        document.name());
        document.set("_user_tags", text);
        link(Stream.of(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private void link(Set<String> tags) {
        List<String> linked = context.database()
                .query(
                        "SELECT tag FROM {Tag Link} WHERE document_type = ? AND document_name = ?",
                        List.of(document.doctype(), document.name()),
                        row -> row.getString(1));
        tags.stream().filter(tag -> !linked.contains(tag)).forEach(this::makeLink);
        List<List<@Nullable Object>> gone = new ArrayList<>();
        for (String tag : linked) {
            if (!tags.contains(tag)) {
                gone.add(new ArrayList<>(List.of(document.doctype(), document.name(), tag)));
            }
        }
        if (!gone.isEmpty()) {
            context.database()
                    .executeBatch(
                            "DELETE FROM {Tag Link} WHERE document_type = ? AND document_name = ? AND tag = ?", gone);
        }
    }

    private void makeLink(String tag) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("document_type", document.doctype());
        values.put("document_name", document.name());
        values.put("title", document.text(document.meta().nameplateField()));
        values.put("tag", tag);
        relaxed.insert(relaxed.create("Tag Link", values));
    }
}
