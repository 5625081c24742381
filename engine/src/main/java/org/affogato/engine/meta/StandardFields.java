package org.affogato.engine.meta;

import java.util.List;

/** The columns that every table has, beside those of its fields. Frappe: {@code model/__init__.py}. */
public final class StandardFields {
    /** Of every document. */
    public static final List<String> DEFAULT =
            List.of("name", "owner", "creation", "modified", "modified_by", "docstatus", "idx");
    /** Of rows of a child table, in addition. */
    public static final List<String> CHILD = List.of("parent", "parentfield", "parenttype");
    /** Of documents that are no child rows, in addition; never part of an answer. */
    public static final List<String> OPTIONAL = List.of("_user_tags", "_comments", "_assign", "_liked_by", "_seen");

    private StandardFields() {}
}
