package org.affogato.engine.error;

/** The app is not installed on this site. */
public class AppNotInstalledError extends ValidationError {
    public AppNotInstalledError(String message) {
        super(message);
    }
}
