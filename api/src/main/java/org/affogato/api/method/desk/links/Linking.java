package org.affogato.api.method.desk.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How documents of one DocType point at documents of another.
 *
 * @param child the child table whose rows do it; null where the documents do it themselves
 * @param fields the fields that hold names
 * @param typeField the field that holds the DocType, for a dynamic link
 * @param parent whether it is the other way round: the asked DocType is a child table of this one
 */
record Linking(
        @Nullable String child,
        List<String> fields,
        @Nullable String typeField,
        boolean parent) {
    static Linking own(List<String> fields) {
        return new Linking(null, fields, null, false);
    }

    static Linking byRows(String child, List<String> fields) {
        return new Linking(child, fields, null, false);
    }

    static Linking dynamic(@Nullable String child, String field, String typeField) {
        return new Linking(child, List.of(field), typeField, false);
    }

    static Linking ofParent() {
        return new Linking(null, List.of(), null, true);
    }

    /** As clients know it. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (parent) {
            map.put("get_parent", true);
            return map;
        }
        if (child != null) {
            map.put("child_doctype", child);
        }
        map.put("fieldname", fields);
        if (typeField != null) {
            map.put("doctype_fieldname", typeField);
        }
        return map;
    }
}
