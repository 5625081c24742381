package org.affogato.engine.spi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.error.ValidationError;

/**
 * Where a file's content lies, as its URL says: {@code /files/<name>} for everybody, {@code /private/files/<name>}
 * behind the rights. A name may have folders in it, but never leads out of its place.
 */
public record FilePath(boolean isPrivate, String name) {
    private static final String PUBLIC = "/files/";
    private static final String PRIVATE = "/private/files/";
    private static final int LONGEST_PART = 255;

    /**
     * @throws ValidationError for a name that no file can have
     */
    public FilePath {
        if (!isPossible(name)) {
            throw new ValidationError("This cannot be the name of a file: " + name);
        }
    }

    /** The place that a URL of this site names; empty for any other URL. */
    public static Optional<FilePath> of(String url) {
        boolean isPrivate = url.startsWith(PRIVATE);
        if (!isPrivate && !url.startsWith(PUBLIC)) {
            return Optional.empty();
        }
        String name = url.substring(isPrivate ? PRIVATE.length() : PUBLIC.length());
        return isPossible(name) ? Optional.of(new FilePath(isPrivate, name)) : Optional.empty();
    }

    private static boolean isPossible(String name) {
        return name.chars().noneMatch(Character::isISOControl)
                && name.indexOf('\\') < 0
                && List.of(name.split("/", -1)).stream().allMatch(FilePath::isPossiblePart);
    }

    private static boolean isPossiblePart(String part) {
        return !part.isBlank()
                && !part.equals(".")
                && !part.equals("..")
                && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PART;
    }

    public String url() {
        return (isPrivate ? PRIVATE : PUBLIC) + name;
    }

    /** The last part of the name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return url();
    }
}
