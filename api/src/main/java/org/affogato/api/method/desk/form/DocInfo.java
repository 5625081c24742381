package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a document: comments, files, messages, versions, assignments, shares, rights, tags. Each part is
 * one statement. Frappe: {@code get_docinfo}.
 */
final class DocInfo {
    private static final int MESSAGES = 21;
    private static final String ATTACHMENTS = """
            SELECT name, file_name, file_url, is_private FROM {File}
            WHERE attached_to_doctype = ? AND attached_to_name = ? ORDER BY modified DESC""";
    private static final String VERSIONS = """
            SELECT name, owner, creation, data FROM {Version}
            WHERE ref_doctype = ? AND docname = ? ORDER BY creation DESC LIMIT 10""";
    private static final String ASSIGNMENTS = """
            SELECT name, allocated_to AS owner, description, status FROM {ToDo}
            WHERE reference_type = ? AND reference_name = ? AND status NOT IN ('Cancelled', 'Closed')
            AND COALESCE(allocated_to, '') <> '' ORDER BY modified DESC""";
    private static final String SHARES = """
            SELECT name, `user`, `read`, `write`, `submit`, `share`, everyone, owner, creation FROM {DocShare}
            WHERE share_doctype = ? AND share_name = ? ORDER BY modified DESC""";
    private static final String VIEWS = """
            SELECT name, creation, owner FROM {View Log}
            WHERE reference_doctype = ? AND reference_name = ? ORDER BY creation DESC""";
    private static final String POINTS = """
            SELECT * FROM {Energy Point Log}
            WHERE reference_doctype = ? AND reference_name = ? AND COALESCE(type, '') <> 'Review' ORDER BY modified DESC""";
    private static final String MILESTONES = """
            SELECT creation, owner, track_field, value FROM {Milestone}
            WHERE reference_type = ? AND reference_name = ? ORDER BY modified DESC""";
    private static final String TAGS = """
            SELECT tag FROM {Tag Link} WHERE document_type = ? AND document_name = ? ORDER BY modified DESC""";

    private final Context context;
    private final Document document;

    DocInfo(Context context, Document document) {
        this.context = context;
        this.document = document;
    }

    Map<String, @Nullable Object> gather() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("user_info", null);
        info.putAll(new TimelineLogs(context).of(document.ref()));
        info.put("doctype", document.doctype());
        info.put("name", document.get("name"));
        info.put("attachments", rows(ATTACHMENTS));
        putMessages(info);
        info.put("versions", document.meta().is("track_changes") ? versions() : List.of());
        info.put("assignments", rows(ASSIGNMENTS));
        info.put("permissions", context.permissions().rights(document));
        info.put("shared", rows(SHARES));
        info.put("views", document.meta().is("track_views") ? rows(VIEWS) : List.of());
        info.put("energy_point_logs", rows(POINTS));
        info.put("additional_timeline_content", List.of());
        info.put("milestones", rows(MILESTONES));
        info.put("is_document_followed", followed());
        info.put("tags", tags());
        info.put("document_email", new DocumentAddress(context).of(document.ref()));
        info.put("user_info", UserInfo.of(users(info), context));
        return info;
    }

    private void putMessages(Map<String, @Nullable Object> info) {
        Map<Boolean, List<Map<String, @Nullable Object>>> byKind = new Communications(context)
                .about(document.ref(), 0, MESSAGES).stream()
                        .collect(Collectors.partitioningBy(
                                row -> "Automated Message".equals(row.get("communication_type"))));
        info.put("communications", byKind.get(false));
        info.put("automated_messages", byKind.get(true));
    }

    private List<Map<String, @Nullable Object>> rows(String sql) {
        return context.database().query(sql, document.doctype(), document.name());
    }

    private List<Map<String, @Nullable Object>> versions() {
        List<Map<String, @Nullable Object>> versions = rows(VERSIONS);
        new ShownChanges(context, document.meta()).keep(versions);
        return versions;
    }

    /** The name of the caller's Document Follow; null where they follow not. */
    private @Nullable Object followed() {
        List<Map<String, @Nullable Object>> found = context.database()
                .query(
                        "SELECT name FROM {Document Follow} WHERE ref_doctype = ? AND ref_docname = ? AND `user` = ? LIMIT 1",
                        document.doctype(),
                        document.name(),
                        context.user());
        return found.isEmpty() ? null : found.getFirst().get("name");
    }

    private String tags() {
        return rows(TAGS).stream().map(row -> String.valueOf(row.get("tag"))).collect(Collectors.joining(","));
    }

    private static List<@Nullable Object> users(Map<String, @Nullable Object> info) {
        List<@Nullable Object> users = new ArrayList<>();
        info.forEach((part, rows) -> {
            if (rows instanceof List<?> list) {
                list.forEach(row -> users.add(person(part, row)));
            }
        });
        return users;
    }

    private static @Nullable Object person(String part, Object row) {
        if (!(row instanceof Map<?, ?> values)) {
            return null;
        }
        return switch (part) {
            case "communications" -> values.get("sender");
            case "shared" -> values.get("user");
            case "assignments", "views" -> values.get("owner");
            default -> TimelineLogs.KEYS.contains(part) ? values.get("owner") : null;
        };
    }
}
