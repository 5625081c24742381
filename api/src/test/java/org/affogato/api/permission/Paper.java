package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the matrix.
 *
 * @param region a Link to the tree
 * @param brand a Link
 * @param rival a Link that User Permissions pass over
 * @param rows the brands that the rows of its table link to
 */
record Paper(
        String doctype,
        String name,
        String owner,
        int docstatus,
        @Nullable String region,
        @Nullable String brand,
        @Nullable String rival,
        List<@Nullable String> rows,
        List<Grant> grants) {
    /** What stands in the field that everybody reads who may read the document. */
    String notes() {
        return "open words of " + name;
    }

    /** What stands in the field of permlevel 1, in the document and in its rows. */
    String secret() {
        return "SECRET-" + name;
    }

    Paper named(String other) {
        return new Paper(doctype, other, owner, docstatus, region, brand, rival, rows, grants);
    }

    Paper ownedBy(String other) {
        return new Paper(doctype, name, other, docstatus, region, brand, rival, rows, grants);
    }

    Paper in(@Nullable String other) {
        return new Paper(doctype, name, owner, docstatus, other, brand, rival, rows, grants);
    }

    /** With one more row, whose link is empty. */
    Paper withEmptyRow() {
        List<@Nullable String> all = new ArrayList<>(rows);
        all.add(null);
        return new Paper(doctype, name, owner, docstatus, region, brand, rival, all, grants);
    }

    Paper at(int other) {
        return new Paper(doctype, name, owner, other, region, brand, rival, rows, grants);
    }

    Paper with(List<Grant> others) {
        return new Paper(doctype, name, owner, docstatus, region, brand, rival, rows, others);
    }

    /** Without rows, for a DocType that has no table. */
    Paper rowless() {
        return new Paper(doctype, name, owner, docstatus, region, brand, rival, List.of(), grants);
    }
}
