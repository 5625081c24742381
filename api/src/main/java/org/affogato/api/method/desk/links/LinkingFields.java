package org.affogato.api.method.desk.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** The link and table fields of a site's definitions, Custom Fields among them, straight from their rows. */
final class LinkingFields {
    private static final String ALL = """
            SELECT parent, fieldname, options, ignore_user_permissions, modified, idx FROM {DocField}
            WHERE parenttype = 'DocType' AND fieldtype IN (%1$s) %2$s
            UNION ALL SELECT dt, fieldname, options, ignore_user_permissions, modified, idx FROM {Custom Field}
            WHERE fieldtype IN (%1$s) %2$s ORDER BY modified DESC, idx""";

    private final Context context;

    LinkingFields(Context context) {
        this.context = context;
    }

    /** A field by the DocType that has it. */
    record Place(String doctype, String fieldname, String options, boolean ignoresUserPermissions) {}

    /** Link fields to one of the DocTypes. */
    List<Place> linksTo(Collection<String> doctypes) {
        return read("'Link'", doctypes);
    }

    /** All Dynamic Link fields; their options name the field with the DocType. */
    List<Place> dynamicLinks() {
        return usable(rows("'Dynamic Link'", "", List.of())).stream()
                .filter(place -> context.meta(place.doctype()).isColumn(place.options()))
                .toList();
    }

    /** Fields that hold rows of one of the DocTypes. */
    List<Place> tablesOf(Collection<String> doctypes) {
        return doctypes.isEmpty()
                ? List.of()
                : known(rows("'Table', 'Table MultiSelect'", among(doctypes), List.copyOf(doctypes)));
    }

    private List<Place> read(String types, Collection<String> doctypes) {
        return doctypes.isEmpty() ? List.of() : usable(rows(types, among(doctypes), List.copyOf(doctypes)));
    }

    private static String among(Collection<String> doctypes) {
        return "AND options IN (" + String.join(", ", Collections.nCopies(doctypes.size(), "?")) + ")";
    }

    private List<Place> rows(String types, String condition, List<String> values) {
        List<Object> twice = new ArrayList<>(values);
        twice.addAll(values);
        return context.database()
                .query(
                        ALL.formatted(types, condition),
                        twice,
                        row -> new Place(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3) == null ? "" : row.getString(3),
                                row.getBoolean(4)));
    }

    private List<Place> known(List<Place> places) {
        return places.stream()
                .filter(place -> context.hasDoctype(place.doctype()))
                .toList();
    }

    /** Those whose values stand in a table. */
    private List<Place> usable(List<Place> places) {
        return known(places).stream().filter(this::hasColumn).toList();
    }

    private boolean hasColumn(Place place) {
        Meta meta = context.meta(place.doctype());
        DocField field = meta.field(place.fieldname());
        return field != null && field.hasColumn() && !meta.isVirtual();
    }

    /** The fields by DocType, in their order. */
    static Map<String, List<Place>> byDoctype(List<Place> places) {
        Map<String, List<Place>> grouped = new LinkedHashMap<>();
        places.forEach(place -> grouped.computeIfAbsent(place.doctype(), key -> new ArrayList<>())
                .add(place));
        return grouped;
    }
}
