package org.affogato.engine.meta;

import java.util.Set;

/**
 * DocTypes that the engine itself rests on: a site neither customises them nor gives them fields. Frappe: {@code
 * core_doctypes_list}.
 */
public final class CoreDoctypes {
    private static final Set<String> NAMES = Set.of(
            "DefaultValue",
            "DocType",
            "DocField",
            "DocPerm",
            "DocType Action",
            "DocType Link",
            "User",
            "Role",
            "Has Role",
            "Page",
            "Module Def",
            "Print Format",
            "Report",
            "Customize Form",
            "Customize Form Field",
            "Property Setter",
            "Custom Field",
            "Client Script");

    private CoreDoctypes() {}

    public static boolean has(String doctype) {
        return NAMES.contains(doctype);
    }
}
