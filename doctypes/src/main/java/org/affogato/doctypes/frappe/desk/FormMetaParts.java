package org.affogato.doctypes.frappe.desk;

import java.util.List;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;

/**
 * Scripts, print formats, boards and workflows go out with the definition of the DocType they belong to: a write to one
 * makes the kept answers stale.
 */
public record FormMetaParts(String doctype, DocEvent event) implements DocEventListener {
    private static final String SCOPE = "form_meta";

    /** Listeners to every write of every part. */
    public static List<DocEventListener> all() {
        return Stream.of("Client Script", "Print Format", "Kanban Board", "Workflow", "Workflow State")
                .<DocEventListener>mapMulti((doctype, listeners) -> {
                    listeners.accept(new FormMetaParts(doctype, DocEvent.ON_CHANGE));
                    listeners.accept(new FormMetaParts(doctype, DocEvent.AFTER_RENAME));
                })
                .toList();
    }

    @Override
    public void on(Document document, Context context) {
        context.touch(SCOPE);
    }
}
