package org.affogato.engine.spi;

/**
 * A message to one recipient, as plain text. Links in it start with the site's address from the settings.
 *
 * @param to an e-mail address
 */
public record Mail(String to, String subject, String text) {
    /** Without the text: it may hold a secret. */
    @Override
    public String toString() {
        return "Mail to " + to + ": " + subject;
    }
}
