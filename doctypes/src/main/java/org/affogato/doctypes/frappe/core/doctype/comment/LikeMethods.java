package org.affogato.doctypes.frappe.core.doctype.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.affogato.doctypes.frappe.email.doctype.document_follow.Following;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.like}: hearts on documents that the caller may read. */
public final class LikeMethods implements WhitelistedMethods {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param add {@code Yes} to like, anything else to take the like back
     */
    @Whitelisted("frappe.desk.like.toggle_like")
    @Requires(right = "read", nameArgument = "name")
    public void toggleLike(Context context, String doctype, String name, @Nullable String add) {
        Meta meta = context.meta(doctype);
        if (meta.isSingle() || meta.isVirtual() || meta.isChild()) {
            throw new ValidationError(doctype + " takes no likes");
        }
        DocRef place = new DocRef(doctype, name);
        List<String> likers = likers(context, place);
        boolean likes = likers.contains(context.user());
        boolean wants = "Yes".equals(add);
        if (wants && !likes) {
            likers.add(context.user());
            new Timeline(context).add(place, "Like", "Liked");
            new Following(context).followIfWanted(place, context.user(), "follow_liked_documents");
        } else if (!wants && likes) {
            likers.remove(context.user());
            removeRemark(context, place);
        }
        write(context, place, likers);
    }

    private static List<String> likers(Context context, DocRef place) {
        context.database().begin();
        List<@Nullable String> stored = context.database()
                .query(
                        "SELECT `_liked_by` FROM {%s} WHERE name = ? FOR UPDATE".formatted(place.doctype()),
                        List.of(place.name()),
                        row -> row.getString(1));
        String text = stored.isEmpty() ? null : stored.getFirst();
        if (text == null || text.isEmpty()) {
            return new ArrayList<>();
        }
        try {
            return JSON.readValue(text, new TypeReference<ArrayList<String>>() {});
        } catch (JsonProcessingException unreadable) {
            return new ArrayList<>();
        }
    }

    private static void removeRemark(Context context, DocRef place) {
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        context.database()
                .query(
                        "SELECT name FROM {Comment} WHERE comment_type = 'Like' AND reference_doctype = ?"
                                + " AND reference_name = ? AND owner = ?",
                        List.of(place.doctype(), place.name(), context.user()),
                        row -> row.getString(1))
                .forEach(remark -> documents.delete("Comment", remark, DeleteOptions.DEFAULT));
    }

    private static void write(Context context, DocRef place, List<String> likers) {
        try {
            context.database()
                    .execute(
                            "UPDATE {%s} SET `_liked_by` = ? WHERE name = ?".formatted(place.doctype()),
                            JSON.writeValueAsString(likers),
                            place.name());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Names can be written", impossible);
        }
    }
}
