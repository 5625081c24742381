package org.affogato.engine.install;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** Permission rows of a site, which stand in for all that a DocType ships. */
public final class CustomDocPermController implements DocumentController {
    @Override
    public String doctype() {
        return "Custom DocPerm";
    }

    @Override
    public void onUpdate(Document row, Context context) {
        context.definitionChanged(row.text("parent"));
    }

    @Override
    public void onTrash(Document row, Context context) {
        context.definitionChanged(row.text("parent"));
    }
}
