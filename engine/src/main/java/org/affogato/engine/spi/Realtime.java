package org.affogato.engine.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages to browsers, sent after the commit. Frappe: {@code publish_realtime}. */
public interface Realtime {
    /**
     * @param room {@code doctype:…}, {@code doc:…} or {@code user:…}
     */
    void publish(Context context, String room, String event, Map<String, ? extends @Nullable Object> message);
}
