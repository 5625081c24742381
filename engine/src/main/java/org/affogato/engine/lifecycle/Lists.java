package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Answers list calls; the query package does. */
public interface Lists {
    List<Map<String, @Nullable Object>> list(ListRequest request, Context context);

    long count(ListRequest request, Context context);
}
