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
            throw new ValidationError("Cannot edit cancelled document").shown(Notice.NONE);
        }
        if (to < 0 || to > 2) {
            throw new ValidationError("Invalid docstatus " + to).shown(Notice.NONE);
        }
        return from == 0 ? fromDraft(to) : fromSubmitted(to);
    }

    private static Action fromDraft(long to) {
        if (to == 2) {
            throw new DocstatusTransitionError("Cannot change docstatus from 0 (Draft) to 2 (Cancelled)")
                    .shown(Notice.NONE);
        }
        return to == 0 ? SAVE : SUBMIT;
    }

    private static Action fromSubmitted(long to) {
        if (to == 0) {
            throw new DocstatusTransitionError("Cannot change docstatus from 1 (Submitted) to 0 (Draft)")
                    .shown(Notice.NONE);
        }
        return to == 1 ? UPDATE_AFTER_SUBMIT : CANCEL;
    }
}
