package org.affogato.api.mcp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** Whether a caller's roles give a right on any DocType at all: the tools for the others would only mislead. */
final class GrantedRights {
    boolean has(Right right, Context context) {
        if (context.isAdministrator()) {
            return true;
        }
        List<String> roles = new ArrayList<>(context.roles());
        String marks = String.join(", ", Collections.nCopies(roles.size(), "?"));
        String grants = "SELECT 1 FROM {%s} WHERE {%s." + right.fieldname() + "} = 1 AND {%s.role} IN (" + marks + ")";
        String sql =
                grants.replace("%s", "DocPerm") + " UNION ALL " + grants.replace("%s", "Custom DocPerm") + " LIMIT 1";
        List<String> values = new ArrayList<>(roles);
        values.addAll(roles);
        return !context.database().query(sql, values, row -> row.getInt(1)).isEmpty();
    }
}
