package org.affogato.api.request;

import org.affogato.api.request.RequestRunner.Action;

/** An action whose value goes out as {@code data}. */
@FunctionalInterface
public interface Data extends Action {
    @Override
    default String key() {
        return "data";
    }
}
