package org.affogato.engine.spi;

/**
 * What an action was told to relax, as a typed record in place of Frappe's {@code flags} bag.
 *
 * @param ignorePermissions checks of rights always pass; lists are not restricted
 * @param inMigrate definitions and documents come from files: accepted leniently
 */
public record Flags(
        boolean ignorePermissions,
        boolean ignoreLinks,
        boolean ignoreMandatory,
        boolean ignoreValidate,
        boolean ignoreVersion,
        boolean inMigrate) {
    public static final Flags NONE = new Flags(false, false, false, false, false, false);

    public Flags ignoringPermissions() {
        return new Flags(true, ignoreLinks, ignoreMandatory, ignoreValidate, ignoreVersion, inMigrate);
    }

    public Flags ignoringLinks() {
        return new Flags(ignorePermissions, true, ignoreMandatory, ignoreValidate, ignoreVersion, inMigrate);
    }

    public Flags ignoringMandatory() {
        return new Flags(ignorePermissions, ignoreLinks, true, ignoreValidate, ignoreVersion, inMigrate);
    }

    public Flags migrating() {
        return new Flags(true, true, true, true, true, true);
    }
}
