package org.affogato.api.request;

import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.EngineException.Notice;

/** What all routes share. */
public final class Routes {
    private Routes() {}

    /** The refusal of a path that no route has. */
    public static EngineException nothing() {
        return new DoesNotExistError("There is nothing at this address").shown(Notice.NONE);
    }

    /** The path without one trailing slash. */
    public static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
