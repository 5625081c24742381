package org.affogato.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Meta} from a definition, be it the content of a JSON file or the same assembled from rows, and from
 * what the site customises in it. Lenient: whatever a file says gives a Meta. Frappe: {@code Meta.process}.
 */
public final class MetaCompiler {
    /** Never customised, because customisations are read by means of them. */
    private static final Set<String> UNCUSTOMISED =
            Set.of("DocField", "DocPerm", "DocType", "Module Def", "DocType Action", "DocType Link", "DocType State");

    private static final Set<String> OWN_PERMISSIONS = Set.of("DocType", "DocField", "DocPerm", "Custom DocPerm");
    private static final Set<String> TABLES = Set.of("fields", "permissions", "links", "actions", "states");
    private static final List<String> PARTS = List.of("links", "actions", "states");

    /** The definition as it is, without customisations. */
    public Meta fromDefinition(Map<String, ? extends @Nullable Object> definition, FieldTypeLookup types) {
        return compile(definition, Customisation.NONE, types);
    }

    /** The definition with what the site lays over it. */
    public Meta compile(
            Map<String, ? extends @Nullable Object> definition, Customisation customisation, FieldTypeLookup types) {
        Draft draft = draft(definition);
        if (!UNCUSTOMISED.contains(draft.name())) {
            customisation.customFields().forEach(draft::addCustomField);
            customisation.customRows().forEach((part, rows) -> draft.table(part).addAll(rows));
            PropertySetters.apply(customisation.propertySetters(), draft);
            PARTS.forEach(draft::orderPart);
        }
        List<Map<String, @Nullable Object>> fields =
                FieldOrder.sort(draft.fields(), draft.attributes().get("field_order"));
        return new Meta(
                draft.name(),
                Attributes.owning(draft.attributes()),
                docFields(fields, types),
                permissions(draft, customisation),
                parts(draft));
    }

    private static Draft draft(Map<String, ? extends @Nullable Object> definition) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        definition.forEach((key, value) -> {
            if (TABLES.contains(key)) {
                tables.put(key, DefinitionRows.of(value));
            } else {
                attributes.put(key, value);
            }
        });
        return new Draft(attributes, tables);
    }

    private static List<DocField> docFields(List<Map<String, @Nullable Object>> rows, FieldTypeLookup types) {
        List<DocField> fields = new ArrayList<>(rows.size());
        long idx = 0;
        for (Map<String, @Nullable Object> row : rows) {
            row.put("idx", ++idx);
            Attributes attributes = Attributes.owning(row);
            fields.add(new DocField(attributes, types.get(attributes.text("fieldtype", "Data"))));
        }
        return fields;
    }

    private static List<DocPerm> permissions(Draft draft, Customisation customisation) {
        List<Map<String, @Nullable Object>> rows = draft.table("permissions");
        boolean customisable = !draft.isChild() && !OWN_PERMISSIONS.contains(draft.name());
        if (customisable && !customisation.customPermissions().isEmpty()) {
            rows = customisation.customPermissions();
        }
        return rows.stream().map(row -> DocPerm.of(Attributes.copyOf(row))).toList();
    }

    private static Map<String, List<Attributes>> parts(Draft draft) {
        Map<String, List<Attributes>> parts = new LinkedHashMap<>();
        for (String part : PARTS) {
            parts.put(part, draft.table(part).stream().map(Attributes::copyOf).toList());
        }
        return parts;
    }
}
