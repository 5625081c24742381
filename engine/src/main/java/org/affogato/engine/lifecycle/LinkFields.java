package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/**
 * Which fields of which DocTypes may point at documents: read from the definitions once, until one changes. Frappe:
 * {@code get_link_fields}, {@code get_dynamic_links}.
 */
final class LinkFields {
    private static final String LINKS = """
            SELECT `parent` AS `doctype`, `fieldname` FROM `tabDocField` WHERE `fieldtype` = 'Link' AND `options` = ?
            UNION SELECT `dt`, `fieldname` FROM `tabCustom Field` WHERE `fieldtype` = 'Link' AND `options` = ?
            UNION SELECT `doc_type`, `field_name` FROM `tabProperty Setter`
            WHERE `property` = 'options' AND `value` = ? AND `field_name` IS NOT NULL""";
    private static final String DYNAMIC = """
            SELECT `parent` AS `doctype`, `fieldname` FROM `tabDocField` WHERE `fieldtype` = 'Dynamic Link'
            UNION SELECT `dt`, `fieldname` FROM `tabCustom Field` WHERE `fieldtype` = 'Dynamic Link'""";

    private final Map<String, List<LinkField>> known = new ConcurrentHashMap<>();

    /** Drops what is known: a definition changed. */
    void clear() {
        known.clear();
    }

    /** Link fields whose target is the DocType. */
    List<LinkField> to(String doctype, Context context) {
        return known.computeIfAbsent(
                doctype,
                key -> resolve(context.database().query(LINKS, doctype, doctype, doctype), "Link", context).stream()
                        .filter(link -> doctype.equals(link.field().options()))
                        .toList());
    }

    /** All Dynamic Link fields. */
    List<LinkField> dynamic(Context context) {
        return known.computeIfAbsent("", key -> resolve(context.database().query(DYNAMIC), "Dynamic Link", context));
    }

    private static List<LinkField> resolve(List<Map<String, Object>> rows, String fieldtype, Context context) {
        Set<LinkField> links = new LinkedHashSet<>();
        for (Map<String, Object> row : rows) {
            String doctype = String.valueOf(row.get("doctype"));
            if (!context.hasDoctype(doctype)) {
                continue;
            }
            Meta meta = context.meta(doctype);
            DocField field = meta.field(String.valueOf(row.get("fieldname")));
            if (field != null && field.fieldtype().equals(fieldtype) && field.hasColumn() && !meta.isVirtual()) {
                links.add(new LinkField(meta, field));
            }
        }
        return new ArrayList<>(links);
    }

    /** A field of a DocType that holds names. */
    record LinkField(Meta meta, DocField field) {
        String doctype() {
            return meta.name();
        }

        String fieldname() {
            return field.fieldname();
        }
    }
}
