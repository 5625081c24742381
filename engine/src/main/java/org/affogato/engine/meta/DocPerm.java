package org.affogato.engine.meta;

import java.util.EnumSet;
import java.util.Set;

/**
 * One permission rule of a DocType: the rights of a role at a permlevel, perhaps on own documents only. A row of
 * DocPerm or Custom DocPerm.
 *
 * @param permlevel 0 for the document itself; 1–9 grant read and write on the fields of that level
 * @param ifOwner the rights count on documents the user created
 */
public record DocPerm(String role, int permlevel, boolean ifOwner, Set<Right> rights, Attributes attributes) {
    public static DocPerm of(Attributes row) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (row.check(right.fieldname())) {
                rights.add(right);
            }
        }
        return new DocPerm(row.text("role", ""), row.integer("permlevel"), row.check("if_owner"), rights, row);
    }

    public boolean allows(Right right) {
        return rights.contains(right);
    }
}
