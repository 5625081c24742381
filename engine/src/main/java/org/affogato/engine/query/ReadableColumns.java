package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;

/** Which columns a list may show to its caller: by permlevel, or the search fields where only selecting is allowed. */
final class ReadableColumns {
    /** Child tables of definitions, whose {@code *} is not narrowed. */
    private static final Set<String> CORE_ROWS = Set.of(
            "DefaultValue",
            "DocField",
            "DocPerm",
            "DocType Action",
            "DocType Link",
            "Has Role",
            "Customize Form Field");

    private final Context context;
    private final ListRequest request;
    private final boolean restricted;
    private final Map<String, Set<Integer>> levels = new LinkedHashMap<>();
    private final Map<String, Boolean> selectOnly = new LinkedHashMap<>();

    ReadableColumns(Context context, ListRequest request, boolean restricted) {
        this.context = context;
        this.request = request;
        this.restricted = restricted;
    }

    /** What {@code *} stands for; empty for rows of child tables, as the reference has it. */
    List<String> all(Meta meta) {
        if (restricted && meta.isChild() && !CORE_ROWS.contains(meta.name())) {
            return List.of();
        }
        if (isSelectOnly(meta)) {
            return List.copyOf(searchFields(meta));
        }
        List<String> names = new ArrayList<>(StandardFields.DEFAULT);
        meta.columnFields().stream().map(DocField::fieldname).forEach(names::add);
        if (meta.isChild()) {
            names.addAll(StandardFields.CHILD);
        }
        return names;
    }

    /** Whether the field's permlevel is closed to the caller. */
    boolean isHidden(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        return restricted
                && field != null
                && field.permlevel() > 0
                && !levels(meta).contains(field.permlevel());
    }

    /**
     * Refuses to find, order or group rows by what the caller may not see: the answer would tell the value.
     *
     * @throws PermissionError where the field's permlevel is closed to the caller
     */
    void check(Source source, String fieldname) {
        if (isHidden(source.meta(), fieldname)) {
            throw new PermissionError("You may not read %s of %s"
                    .formatted(fieldname, source.meta().name()));
        }
    }

    /** Whether the column exists and may be shown. */
    boolean shows(Source source, String column) {
        if (!source.hasColumn(column) || isHidden(source.meta(), column)) {
            return false;
        }
        return !isSelectOnly(source.meta()) || searchFields(source.meta()).contains(column);
    }

    private Set<Integer> levels(Meta meta) {
        String ruler = ruler(meta);
        return levels.computeIfAbsent(ruler, doctype -> context.permissions().permlevels(doctype, Right.READ));
    }

    /** The DocType whose permissions count: a child table's parent. */
    private String ruler(Meta meta) {
        if (!meta.isChild()) {
            return meta.name();
        }
        boolean listed = meta.name().equals(request.doctype());
        String parent = request.parent();
        return listed && parent != null ? parent : request.doctype();
    }

    private boolean isSelectOnly(Meta meta) {
        return restricted
                && selectOnly.computeIfAbsent(
                        ruler(meta), doctype -> context.permissions().selectOnly(doctype));
    }

    private static Set<String> searchFields(Meta meta) {
        Set<String> names = new LinkedHashSet<>(meta.searchFields());
        names.add("name");
        return names;
    }
}
