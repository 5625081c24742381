package org.affogato.doctypes.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;

/** An app that notes everything that happens to documents of one DocType. */
final class HookNotes implements App {
    static final String HOOKED = "Hooked Paper";

    private static final List<String> FIRED = new CopyOnWriteArrayList<>();

    static void clear() {
        FIRED.clear();
    }

    static List<String> fired() {
        return List.copyOf(FIRED);
    }

    @Override
    public String name() {
        return "listening";
    }

    @Override
    public List<DocEventListener> docEvents() {
        return Arrays.stream(DocEvent.values())
                .<DocEventListener>map(Noting::new)
                .toList();
    }

    private record Noting(DocEvent event) implements DocEventListener {
        @Override
        public String doctype() {
            return HOOKED;
        }

        @Override
        public void on(Document document, Context context) {
            FIRED.add(event.wireName());
        }
    }
}
