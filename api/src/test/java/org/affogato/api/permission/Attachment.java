package org.affogato.api.permission;

import org.jspecify.annotations.Nullable;

/**
 * A File of the matrix.
 *
 * @param name of the File
 * @param title how its content is called
 * @param paper the document that it is attached to; null for none
 * @param isAstray attached to a document that is not there
 */
record Attachment(
        String name,
        String title,
        String url,
        String owner,
        boolean isPrivate,
        @Nullable Paper paper,
        boolean isAstray) {
    /** May this person see the content, by this File? */
    boolean opens(Model model, Person who) {
        return !isPrivate || isOf(who) || paper != null && model.may(who, "read", paper);
    }

    /** Does a list of Files show it? */
    boolean isListed(Model model, Person who) {
        return !isPrivate || isOf(who) || paper != null && model.listsToRead(who, paper);
    }

    /** May this person change it? Public Files that belong to nothing are looked after by System Managers. */
    boolean mayChange(Model model, Person who) {
        if (isOf(who)) {
            return true;
        }
        return paper == null
                ? !isPrivate && !isAstray && who.roles().contains("System Manager")
                : model.may(who, "write", paper);
    }

    private boolean isOf(Person who) {
        return who.isAdministrator() || !who.isGuest() && owner.equals(who.name());
    }
}
