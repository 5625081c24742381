package org.affogato.api.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.spi.Answer;

/** What an error shows to the user in {@code _server_messages}. */
public final class Notices {
    private Notices() {}

    /** One message, or none for an error that keeps silent. */
    public static List<Answer.Message> of(EngineException error) {
        if (error.notice() == Notice.NONE) {
            return List.of();
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (error.title() != null) {
            attributes.put("title", error.title());
        }
        if (error.notice() == Notice.RAISED) {
            attributes.put("indicator", "red");
            attributes.put("raise_exception", 1);
        }
        String text = error.getMessage() == null ? "" : error.getMessage();
        return List.of(new Answer.Message(text, attributes));
    }
}
