package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The documented rules of permission, written down plainly and slowly, one question at a time. Shares no code with the
 * product.
 *
 * @param parents the tree of regions: who stands below whom
 * @param standing all documents that are there, for the question whether any is shared
 */
record Model(
        List<Rule> rules,
        Map<String, String> parents,
        List<Paper> standing,
        boolean strict,
        boolean sharingDisabled,
        Set<String> importable) {
    static final String REGION = "Matrix Region";
    static final String BRAND = "Matrix Brand";

    /** What comes with a document that is shared for reading. */
    private static final Set<String> WITH_READ = Set.of("select", "email", "print");

    private static final Set<String> SHARABLE = Set.of("read", "write", "share", "submit");

    /** May this person do this with this document? */
    boolean may(Person who, String right, Paper paper) {
        return isGranted(who, right, paper, !writesUserPermissions(who)) || isShared(who, right, paper);
    }

    /** Does a list show the document to this person? Lists stay narrowed by User Permissions for everybody. */
    boolean lists(Person who, Paper paper) {
        String right = listRight(who, paper.doctype());
        return isGranted(who, right, paper, true) || isShared(who, "read", paper);
    }

    /** Does a list of what stands in the document show it to this person? */
    boolean listsToRead(Person who, Paper paper) {
        return isGranted(who, "read", paper, true) || isShared(who, "read", paper);
    }

    /** May this person do this with some document of the DocType? */
    boolean mayOnDoctype(Person who, String right, String doctype) {
        if (who.isAdministrator()) {
            return true;
        }
        if (right.equals("share") && sharingDisabled || right.equals("import") && !importable.contains(doctype)) {
            return false;
        }
        boolean reading = right.equals("read") || right.equals("select");
        return hasEverywhere(who, right, doctype)
                || reading && hasSomewhere(who, right, doctype)
                || standing.stream().anyMatch(paper -> paper.doctype().equals(doctype) && isShared(who, right, paper));
    }

    /** May this person list the DocType at all? */
    boolean mayList(Person who, String doctype) {
        return mayOnDoctype(who, listRight(who, doctype), doctype);
    }

    /** Sees this person only what helps to choose a document? */
    boolean selectsOnly(Person who, String doctype) {
        return !who.isAdministrator() && hasSomewhere(who, "select", doctype) && !hasSomewhere(who, "read", doctype);
    }

    /** Are fields of this permlevel open to this person? */
    boolean opens(Person who, String right, int permlevel, String doctype) {
        return who.isAdministrator()
                || rules.stream()
                        .anyMatch(rule -> rule.doctype().equals(doctype)
                                && who.roles().contains(rule.role())
                                && rule.permlevel() == permlevel
                                && rule.rights().contains(right));
    }

    private String listRight(Person who, String doctype) {
        return selectsOnly(who, doctype) ? "select" : "read";
    }

    private boolean isGranted(Person who, String right, Paper paper, boolean bound) {
        if (who.isAdministrator()) {
            return true;
        }
        if (right.equals("share") && sharingDisabled) {
            return false;
        }
        if (right.equals("import") && !importable.contains(paper.doctype())) {
            return false;
        }
        if (hasEverywhere(who, right, paper.doctype())) {
            return !bound || isWithinUserPermissions(who, paper);
        }
        return hasSomewhere(who, right, paper.doctype()) && paper.owner().equals(who.name());
    }

    /** A rule that does not ask who the owner is; whoever creates a document will own it. */
    private boolean hasEverywhere(Person who, String right, String doctype) {
        return hasRule(who, right, doctype, rule -> !rule.ifOwner() || right.equals("create"));
    }

    private boolean hasSomewhere(Person who, String right, String doctype) {
        return hasRule(who, right, doctype, rule -> true);
    }

    private boolean hasRule(Person who, String right, String doctype, Predicate<Rule> also) {
        return rules.stream()
                .filter(rule -> rule.doctype().equals(doctype) && rule.permlevel() == 0)
                .filter(rule -> who.roles().contains(rule.role()))
                .filter(also)
                .anyMatch(rule -> rule.rights().contains(right));
    }

    private boolean isShared(Person who, String right, Paper paper) {
        String needed = WITH_READ.contains(right) ? "read" : right;
        if (!SHARABLE.contains(needed) || right.equals("share") && sharingDisabled) {
            return false;
        }
        return paper.grants().stream()
                .anyMatch(grant -> grant.reaches(who) && grant.rights().contains(needed));
    }

    private static boolean writesUserPermissions(Person who) {
        return who.roles().contains("System Manager");
    }

    private boolean isWithinUserPermissions(Person who, Paper paper) {
        Set<String> papers = allowed(who, paper.doctype(), paper.doctype());
        if (!papers.isEmpty() && !papers.contains(paper.name())) {
            return false;
        }
        if (!fits(who, REGION, paper.region(), paper.doctype()) || !fits(who, BRAND, paper.brand(), paper.doctype())) {
            return false;
        }
        // amended_from links to the DocType itself and is empty here
        if (!fits(who, paper.doctype(), null, paper.doctype())) {
            return false;
        }
        return paper.rows().stream().allMatch(brand -> fits(who, BRAND, brand, paper.doctype()));
    }

    private boolean fits(Person who, String target, @Nullable String value, String doctype) {
        Set<String> allowed = allowed(who, target, doctype);
        if (allowed.isEmpty()) {
            return true;
        }
        return value == null ? !strict : allowed.contains(value);
    }

    /** The documents of a DocType to which the person is restricted, as far as it counts for documents of another. */
    private Set<String> allowed(Person who, String target, String doctype) {
        Set<String> allowed = new HashSet<>();
        for (Permit permit : who.permits()) {
            boolean counts = permit.onlyFor() == null || permit.onlyFor().equals(doctype);
            if (permit.allow().equals(target) && counts) {
                allowed.add(permit.value());
                if (!permit.hidesDescendants()) {
                    allowed.addAll(below(permit.value()));
                }
            }
        }
        return allowed;
    }

    private List<String> below(String region) {
        List<String> below = new ArrayList<>();
        parents.forEach((child, parent) -> {
            if (parent.equals(region)) {
                below.add(child);
                below.addAll(below(child));
            }
        });
        return below;
    }
}
