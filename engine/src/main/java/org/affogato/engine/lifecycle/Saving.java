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
}
