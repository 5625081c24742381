package org.affogato.engine.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work for later, handed over when the transaction commits. Frappe: {@code frappe.enqueue}. */
public interface JobQueue {
    /**
     * @param queue {@code short}, {@code default} or {@code long}
     * @param method dotted path of a whitelisted method
     */
    void enqueue(Context context, String queue, String method, Map<String, ? extends @Nullable Object> arguments);
}
