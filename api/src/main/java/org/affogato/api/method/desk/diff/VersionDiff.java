package org.affogato.api.method.desk.diff;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.json.Json;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Compares what a field held after two changes. Frappe: {@code frappe.utils.diff}. */
@Singleton
public class VersionDiff implements WhitelistedMethods {
    private static final String MODULE = "frappe.utils.diff.";

    /** What a field held after a change, and when that was. */
    private record Text(List<String> lines, String moment) {}

    /** The lines of a unified diff. */
    @Whitelisted(MODULE + "get_version_diff")
    @Requires(right = "read", doctype = "Version")
    public List<String> getVersionDiff(
            Context context, String fromVersion, String toVersion, @Argument(otherwise = "script") String fieldname) {
        Optional<Text> before = text(context, fromVersion, fieldname);
        Optional<Text> after = text(context, toVersion, fieldname);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of("Values not available for diff");
        }
        List<String> hunks = UnifiedDiff.hunks(before.get().lines(), after.get().lines());
        if (hunks.isEmpty()) {
            return hunks;
        }
        List<String> diff = new ArrayList<>();
        diff.add("--- %s\t%s\n".formatted(fromVersion, before.get().moment()));
        diff.add("+++ %s\t%s\n".formatted(toVersion, after.get().moment()));
        diff.addAll(hunks);
        return diff;
    }

    private static Optional<Text> text(Context context, String version, String fieldname) {
        List<Map<String, @Nullable Object>> found = context.documents()
                .list(ListRequest.visible(
                        "Version", List.of("data", "modified"), List.of(List.of("name", "=", version))));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object changes = Json.object(found.getFirst().get("data")).get("changed");
        if (!(changes instanceof List<?> list)) {
            return Optional.empty();
        }
        String moment = String.valueOf(found.getFirst().get("modified")).replace('T', ' ');
        return list.stream()
                .filter(change -> change instanceof List<?> parts
                        && parts.size() > 2
                        && fieldname.equals(parts.getFirst())
                        && parts.get(2) instanceof String after
                        && !after.isEmpty())
                .findFirst()
                .map(change -> new Text(
                        List.of(String.valueOf(((List<?>) change).get(2)).split("\n", -1)), moment));
    }

    /** Rows of a Link field: the changes of a document, the newest first; with a field, those of this field. */
    @Whitelisted(MODULE + "version_query")
    @Requires(right = "read", doctype = "Version")
    public List<List<@Nullable Object>> versionQuery(
            Context context,
            Map<String, @Nullable Object> filters,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long pageLen) {
        List<Object> conditions = new ArrayList<>();
        conditions.add(List.of("docname", "=", String.valueOf(filters.get("docname"))));
        conditions.add(List.of("ref_doctype", "=", String.valueOf(filters.get("ref_doctype"))));
        if (filters.get("fieldname") instanceof String fieldname && !fieldname.isEmpty()) {
            conditions.add(List.of("data", "like", "%\"" + fieldname + "\"%"));
        }
        ListRequest request = ListRequest.visible("Version", List.of("name", "modified"), conditions)
                .orderedBy("modified desc")
                .skipping(Math.max(start, 0))
                .limited(pageLen);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> version : context.documents().list(request)) {
            Object modified = version.get("modified");
            String ago = modified instanceof LocalDateTime moment ? Ago.text(moment, context.now()) : "";
            rows.add(Arrays.asList(version.get("name"), ago, modified));
        }
        return rows;
    }
}
