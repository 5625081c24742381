package org.affogato.engine.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;

/**
 * What roles give on the documents of one DocType.
 *
 * @param everywhere rights on every document
 * @param owned rights on documents that the user created, and on no others
 * @param hasOwnerRules whether one of the rules counts for owners only
 */
record RoleRights(Set<Right> everywhere, Set<Right> owned, boolean hasOwnerRules) {
    /** Rules of permlevel 0 say what may be done with the document; those above speak of fields. */
    static RoleRights of(Meta meta, Set<String> roles) {
        List<DocPerm> rules = meta.permissions().stream()
                .filter(rule -> rule.permlevel() == 0 && roles.contains(rule.role()))
                .toList();
        Set<Right> everywhere = EnumSet.noneOf(Right.class);
        Set<Right> owned = EnumSet.noneOf(Right.class);
        for (DocPerm rule : rules) {
            (rule.ifOwner() ? owned : everywhere).addAll(rule.rights());
        }
        // Who creates a document owns it.
        if (owned.contains(Right.CREATE)) {
            everywhere.add(Right.CREATE);
        }
        owned.removeAll(everywhere);
        return new RoleRights(everywhere, owned, rules.stream().anyMatch(DocPerm::ifOwner));
    }

    /** The right on some document as far as roles say; of those on own documents only the reading ones count. */
    boolean onDoctype(Right right) {
        return everywhere.contains(right) || owned.contains(right) && (right == Right.READ || right == Right.SELECT);
    }
}
