package org.affogato.engine.db;

import java.util.List;

/**
 * What it takes to bring one DocType's table in line with its definition; empty where it is.
 *
 * @param statements DDL in its order, with the updates that must come before it
 * @param notes what was left as it is, for a person to read
 */
public record TablePlan(String doctype, List<String> statements, List<String> notes) {
    static TablePlan none(String doctype) {
        return new TablePlan(doctype, List.of(), List.of());
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }
}
