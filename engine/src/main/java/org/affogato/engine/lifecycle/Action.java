package org.affogato.engine.lifecycle;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.DocstatusTransitionError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.ValidationError;

/** What a save does, by the docstatus a document had and the one it wants. */
enum Action {
    SAVE,
    SUBMIT,
    CANCEL,
    UPDATE_AFTER_SUBMIT;

    /**
     * @param from the stored docstatus; 0 for a new document
     */
    static Action of(long from, Document document) {
        long to = document.integer("docstatus");
        if (from == 2) {
            throw new ValidationError("A cancelled document stays as it is").shown(Notice.NONE);
        }
        if (to < 0 || to > 2) {
            throw new ValidationError("Invalid docstatus " + to).shown(Notice.NONE);
        }
        return from == 0 ? fromDraft(to) : fromSubmitted(to);
    }

    private static Action fromDraft(long to) {
        if (to == 2) {
            throw new DocstatusTransitionError("A draft cannot be cancelled; submit it first").shown(Notice.NONE);
        }
        return to == 0 ? SAVE : SUBMIT;
    }

    private static Action fromSubmitted(long to) {
        if (to == 0) {
            throw new DocstatusTransitionError("A submitted document cannot become a draft again; cancel and amend it")
                    .shown(Notice.NONE);
        }
        return to == 1 ? UPDATE_AFTER_SUBMIT : CANCEL;
    }
}
