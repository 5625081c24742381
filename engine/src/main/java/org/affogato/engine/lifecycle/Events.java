package org.affogato.engine.lifecycle;

import org.affogato.engine.document.Document;
import org.affogato.engine.registry.ControllerRegistry;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.DocumentController;

/** Fires a moment of a document's life: its controller first, then the listeners of the apps. */
public final class Events {
    private final ControllerRegistry controllers;

    public Events(ControllerRegistry controllers) {
        this.controllers = controllers;
    }

    DocumentController controller(String doctype) {
        return controllers.of(doctype);
    }

    public void run(DocEvent event, Document document, Context context) {
        call(controllers.of(document.doctype()), event, document, context);
        notifyListeners(event, document, context);
    }

    void notifyListeners(DocEvent event, Document document, Context context) {
        for (DocEventListener listener : controllers.listeners(document.doctype(), event)) {
            listener.on(document, context);
        }
    }

    private static void call(DocumentController controller, DocEvent event, Document document, Context context) {
        switch (event) {
            case BEFORE_INSERT -> controller.beforeInsert(document, context);
            case AUTONAME -> controller.autoname(document, context);
            case BEFORE_NAMING -> controller.beforeNaming(document, context);
            case BEFORE_VALIDATE -> controller.beforeValidate(document, context);
            case VALIDATE -> controller.validate(document, context);
            case BEFORE_SAVE -> controller.beforeSave(document, context);
            case DB_INSERT -> controller.dbInsert(document, context);
            case DB_UPDATE -> controller.dbUpdate(document, context);
            case AFTER_INSERT -> controller.afterInsert(document, context);
            case ON_UPDATE -> controller.onUpdate(document, context);
            case ON_CHANGE -> controller.onChange(document, context);
            case BEFORE_CHANGE -> controller.beforeChange(document, context);
            case BEFORE_SUBMIT -> controller.beforeSubmit(document, context);
            case ON_SUBMIT -> controller.onSubmit(document, context);
            case BEFORE_CANCEL -> controller.beforeCancel(document, context);
            case ON_CANCEL -> controller.onCancel(document, context);
            case BEFORE_UPDATE_AFTER_SUBMIT -> controller.beforeUpdateAfterSubmit(document, context);
            case ON_UPDATE_AFTER_SUBMIT -> controller.onUpdateAfterSubmit(document, context);
            case ON_TRASH -> controller.onTrash(document, context);
            case AFTER_DELETE -> controller.afterDelete(document, context);
            case BEFORE_RENAME, AFTER_RENAME -> {
                // these carry the names, so Renaming calls the controller itself
            }
        }
    }
}
