package org.affogato.api.resource;

import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.TimestampMismatchError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** A document as a form holds it: sent along with the call of its method. */
final class HeldDocument {
    private HeldDocument() {}

    /**
     * The sent values as a document; new only where they say so by {@code __islocal}.
     *
     * @throws org.affogato.engine.error.DoesNotExistError where it should be stored and is not
     * @throws TimestampMismatchError where the stored one has changed since the form read it
     */
    static Document of(Context context, @Nullable Object sent) {
        if (sent == null) {
            throw new ValidationError("run_doc_method needs the document, or its DocType and name");
        }
        Map<String, @Nullable Object> values = Json.object(sent);
        Document held = context.documents().create(String.valueOf(values.get("doctype")), values);
        if (isLocal(values)) {
            return held;
        }
        Document stored = context.documents().getForUpdate(held.doctype(), held.name());
        held.markNew(false);
        if (!Texts.of(stored.get("modified")).equals(Texts.of(held.get("modified")))) {
            throw new TimestampMismatchError("Document has been modified after you have opened it");
        }
        // the values that were sent along may have been made up so as to be allowed
        context.permissions().check(Right.READ, stored);
        return held;
    }

    private static boolean isLocal(Map<String, @Nullable Object> values) {
        return List.of("1", "true").contains(String.valueOf(values.get("__islocal")));
    }
}
