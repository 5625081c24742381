package org.affogato.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.DocumentController;

/** Finds the controller of a DocType and the listeners of other apps to its events. */
public final class ControllerRegistry {
    private final Map<String, DocumentController> controllers = new LinkedHashMap<>();
    private final List<App.DocEventListener> listeners;

    /**
     * @param own controllers that the engine itself brings; an app's controller of the same DocType wins
     */
    public ControllerRegistry(AppRegistry apps, List<DocumentController> own) {
        own.forEach(controller -> controllers.put(controller.doctype(), controller));
        apps.all()
                .forEach(app ->
                        app.controllers().forEach(controller -> controllers.put(controller.doctype(), controller)));
        this.listeners =
                apps.all().stream().flatMap(app -> app.docEvents().stream()).toList();
    }

    /** The controller; one without behaviour where the DocType has none. */
    public DocumentController of(String doctype) {
        DocumentController found = controllers.get(doctype);
        return found == null ? () -> doctype : found;
    }

    /** Listeners to an event: those to all DocTypes first, then the DocType's own, each in app order. */
    public List<App.DocEventListener> listeners(String doctype, DocEvent event) {
        if (listeners.isEmpty()) {
            return List.of();
        }
        return listeners.stream()
                .filter(listener -> listener.event() == event)
                .filter(listener ->
                        listener.doctype().equals("*") || listener.doctype().equals(doctype))
                .sorted((a, b) ->
                        Boolean.compare(b.doctype().equals("*"), a.doctype().equals("*")))
                .toList();
    }
}
