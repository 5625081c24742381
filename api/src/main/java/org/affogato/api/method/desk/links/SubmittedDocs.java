package org.affogato.api.method.desk.links;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.method.desk.links.LinkingFields.Place;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/**
 * All submitted documents that hold a document back from being cancelled: those that point at it, those that point at
 * these, and so on; what is not submitted ends the way. One run of statements a level. Frappe:
 * {@code SubmittableDocumentTree}.
 */
final class SubmittedDocs {
    private final Context context;
    private final DocRef root;
    private final Set<String> submittable = new LinkedHashSet<>();
    private final Map<String, List<Place>> links = new LinkedHashMap<>();
    private final List<Place> dynamicLinks = new ArrayList<>();

    SubmittedDocs(Context context, DocRef root) {
        this.context = context;
        this.root = root;
    }

    Set<DocRef> find() {
        readDefinitions();
        Set<DocRef> visited = new LinkedHashSet<>(Set.of(root));
        Set<DocRef> level = Set.of(root);
        while (!level.isEmpty()) {
            Set<DocRef> next = pointingAt(level);
            next.removeAll(visited);
            visited.addAll(next);
            level = next;
        }
        visited.remove(root);
        return visited;
    }

    private void readDefinitions() {
        submittable.addAll(context.database()
                .query(
                        "SELECT name FROM {DocType} WHERE is_submittable = 1 AND istable = 0 AND issingle = 0",
                        List.of(),
                        row -> row.getString(1)));
        submittable.removeIf(doctype -> !context.hasDoctype(doctype));
        Set<String> sources = new LinkedHashSet<>(submittable);
        submittable.forEach(doctype -> sources.addAll(tables(context.meta(doctype))));
        Set<String> targets = new LinkedHashSet<>(submittable);
        targets.add(root.doctype());
        LinkingFields fields = new LinkingFields(context);
        for (Place place : fields.linksTo(targets)) {
            // what was amended is cancelled
            if (sources.contains(place.doctype()) && !place.fieldname().equals("amended_from")) {
                links.computeIfAbsent(place.options(), key -> new ArrayList<>()).add(place);
            }
        }
        fields.dynamicLinks().stream()
                .filter(place -> sources.contains(place.doctype()))
                .forEach(dynamicLinks::add);
    }

    private List<String> tables(Meta meta) {
        return meta.tableFields().stream()
                .filter(field -> field.fieldtype().equals("Table"))
                .map(DocField::options)
                .filter(child -> child != null && context.hasDoctype(child))
                .map(String::valueOf)
                .toList();
    }

    private Set<DocRef> pointingAt(Set<DocRef> level) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        level.forEach(place ->
                names.computeIfAbsent(place.doctype(), key -> new ArrayList<>()).add(place.name()));
        Union union = new Union();
        names.forEach((doctype, some) -> {
            links.getOrDefault(doctype, List.of()).forEach(place -> addLink(union, place, some));
            dynamicLinks.forEach(place -> addDynamic(union, place, doctype, some));
        });
        Set<DocRef> found = new LinkedHashSet<>();
        union.run(context, row -> {
            DocRef place = new DocRef(row.getString(1), row.getString(2));
            if (submittable.contains(place.doctype())) {
                found.add(place);
            }
        });
        return found;
    }

    private void addLink(Union union, Place place, List<String> names) {
        add(union, place, "", List.of(), names);
    }

    private void addDynamic(Union union, Place place, String doctype, List<String> names) {
        add(union, place, "{%s.%s} = ? AND ".formatted(place.doctype(), place.options()), List.of(doctype), names);
    }

    private void add(Union union, Place place, String also, List<?> alsoValues, List<String> names) {
        boolean rows = context.meta(place.doctype()).isChild();
        List<Object> values = new ArrayList<>(rows ? List.of() : List.of(place.doctype()));
        values.addAll(alsoValues);
        values.addAll(names);
        String sql = "(SELECT %1$s FROM {%2$s} WHERE %3$s{%2$s.%4$s} IN (%5$s) AND docstatus = 1)";
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        String what = rows ? "parenttype, parent" : "?, name";
        union.add(sql.formatted(what, place.doctype(), also, place.fieldname(), marks), values);
    }
}
