package org.affogato.engine.install;

import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** Keeps a DocType's table in line with its definition whenever it is saved. Frappe: {@code doctype.py}. */
public final class DocTypeController implements DocumentController {
    private final TableSync tables;

    public DocTypeController(TableSync tables) {
        this.tables = tables;
    }

    @Override
    public String doctype() {
        return "DocType";
    }

    @Override
    public void onUpdate(Document document, Context context) {
        context.definitionChanged(document.name());
        if (!document.check("issingle") && !document.check("is_virtual")) {
            tables.sync(context.meta(document.name()));
        }
    }

    @Override
    public void afterDelete(Document document, Context context) {
        context.definitionChanged(document.name());
    }
}
