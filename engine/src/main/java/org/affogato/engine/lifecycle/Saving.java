package org.affogato.engine.lifecycle;

import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** One run through the recipe: the document, who saves it, and what the steps find out. */
final class Saving {
    private final Document document;
    private final Context context;
    private final @Nullable Object givenModified;
    private Action action = Action.SAVE;

    Saving(Document document, Context context) {
        this.document = document;
        this.context = context;
        this.givenModified = document.get("modified");
    }

    Document document() {
        return document;
    }

    Meta meta() {
        return document.meta();
    }

    Context context() {
        return context;
    }

    /** The {@code modified} the caller's copy of the document bore. */
    @Nullable
    Object givenModified() {
        return givenModified;
    }

    Action action() {
        return action;
    }

    void decide(Action found) {
        this.action = found;
    }

    /** Whether all of the document may change, as a draft's, and its validation hooks run. */
    boolean isEditing() {
        return action == Action.SAVE || action == Action.SUBMIT;
    }

    /**
     * What is stored of the document, or of one of its rows.
     *
     * @return null where there is none yet
     */
    @Nullable
    Document before(Document part) {
        Document before = document.before();
        if (part == document || before == null) {
            return before;
        }
        return before.rows(part.text("parentfield")).stream()
                .filter(row -> row.name().equals(part.name()))
                .findFirst()
                .orElse(null);
    }
}
