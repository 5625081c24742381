package org.affogato.api.method.desk.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.method.desk.links.LinkingFields.Place;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** The DocTypes whose documents may point at those of one. Frappe: {@code get_linked_doctypes}. */
final class LinkedDoctypes {
    /** They go with their document and are no documents that point at it. */
    private static final Set<String> LEFT_OUT = Set.of("Communication", "DocShare", "File", "ToDo");

    private final Context context;
    private final String doctype;
    private final boolean restrictedOnly;
    private final LinkingFields fields;

    /**
     * @param restrictedOnly whether fields count only to which User Permissions apply
     */
    LinkedDoctypes(Context context, String doctype, boolean restrictedOnly) {
        this.context = context;
        this.doctype = doctype;
        this.restrictedOnly = restrictedOnly;
        this.fields = new LinkingFields(context);
    }

    Map<String, Linking> find() {
        Map<String, Linking> found = links();
        found.putAll(dynamicLinks());
        counted(fields.tablesOf(List.of(doctype)))
                .forEach(table -> found.putIfAbsent(table.doctype(), Linking.ofParent()));
        LEFT_OUT.forEach(found::remove);
        return found;
    }

    private List<Place> counted(List<Place> places) {
        return restrictedOnly
                ? places.stream()
                        .filter(place -> !place.ignoresUserPermissions())
                        .toList()
                : places;
    }

    private Map<String, Linking> links() {
        Map<String, List<Place>> places = LinkingFields.byDoctype(counted(fields.linksTo(List.of(doctype))));
        Map<String, Linking> found = new LinkedHashMap<>();
        places.forEach((linking, some) -> found.put(linking, Linking.own(names(some))));
        List<String> children = places.keySet().stream()
                .filter(linking -> context.meta(linking).isChild())
                .toList();
        for (Place table : counted(fields.tablesOf(children))) {
            found.put(
                    table.doctype(),
                    Linking.byRows(table.options(), names(places.getOrDefault(table.options(), List.of()))));
            found.remove(table.options());
        }
        return found;
    }

    private static List<String> names(List<Place> places) {
        return places.stream().map(Place::fieldname).toList();
    }

    /** Any DocType may be in such a field: only where one holds this one it counts. */
    private Map<String, Linking> dynamicLinks() {
        List<Place> places = counted(fields.dynamicLinks()).stream()
                .filter(place -> !context.meta(place.doctype()).isSingle())
                .toList();
        Union union = new Union();
        for (int i = 0; i < places.size(); i++) {
            union.add(select(places.get(i), i), List.of(doctype));
        }
        Map<String, Linking> found = new LinkedHashMap<>();
        union.run(context, row -> {
            Place place = places.get(row.getInt(1));
            boolean rows = context.meta(place.doctype()).isChild();
            String linking = rows ? row.getString(2) : place.doctype();
            found.put(linking, Linking.dynamic(rows ? place.doctype() : null, place.fieldname(), place.options()));
        });
        found.keySet().removeIf(linking -> !context.hasDoctype(linking));
        return found;
    }

    private String select(Place place, int number) {
        Meta meta = context.meta(place.doctype());
        String from = " FROM {%1$s} WHERE {%1$s.%2$s} = ?".formatted(place.doctype(), place.options());
        return meta.isChild()
                ? "(SELECT DISTINCT " + number + ", COALESCE(parenttype, '')" + from + ")"
                : "(SELECT " + number + ", ''" + from + " LIMIT 1)";
    }

    /** All as clients know them. */
    static Map<String, Object> asMap(Map<String, Linking> linkings) {
        Map<String, Object> map = new LinkedHashMap<>();
        linkings.forEach((linking, how) -> map.put(linking, how.asMap()));
        return map;
    }

    /** Fields of a DocType's rows or documents that hold names, joined by OR. */
    static String anyOf(String table, List<String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach(field -> parts.add("{%s.%s} = ?".formatted(table, field)));
        return "(" + String.join(" OR ", parts) + ")";
    }
}
