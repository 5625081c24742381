package org.affogato.api.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.affogato.engine.error.MaxFileSizeReachedError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.UploadedFile;

/** Puts uploads together that come in several requests, each with a piece and where it belongs. */
@Singleton
class ChunkedUploads {
    private final WorkFolder work;
    private final FileStore store;

    ChunkedUploads(WorkFolder work, FileStore store) {
        this.work = work;
        this.store = store;
    }

    /** The whole content; empty as long as pieces are missing. */
    Optional<FileContent> content(UploadedFile piece, Arguments arguments, Context context) {
        long count = number(arguments, "total_chunk_count", 1);
        if (count <= 1) {
            return Optional.of(FileContent.of(piece.content()));
        }
        if (context.isGuest()) {
            throw new PermissionError("Log in to upload a file in chunks");
        }
        Path part = work.file(key(piece, arguments, context) + ".part");
        append(part, piece.content(), number(arguments, "chunk_byte_offset", -1), store.sizeLimit(context));
        if (number(arguments, "chunk_index", 0) < count - 1) {
            return Optional.empty();
        }
        context.afterCommit(() -> remove(part));
        return Optional.of(FileContent.of(part));
    }

    private static long number(Arguments arguments, String name, long otherwise) {
        Object given = arguments.get(name);
        if (given == null || given.toString().isEmpty()) {
            return otherwise;
        }
        if (!given.toString().matches("\\d{1,15}")) {
            throw new ValidationError(name + " must be a whole number");
        }
        return Long.parseLong(given.toString());
    }

    /** Nobody can add to what another user uploads. */
    private static String key(UploadedFile piece, Arguments arguments, Context context) {
        String what = String.join(
                "\0",
                context.user(),
                piece.filename(),
                String.valueOf(arguments.get("uuid")),
                String.valueOf(arguments.get("doctype")),
                String.valueOf(arguments.get("docname")),
                String.valueOf(arguments.get("total_chunk_count")));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A piece that was sent again replaces itself; one that leaves a gap is refused. */
    private static void append(Path part, byte[] piece, long offset, long limit) {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = offset < 0 ? out.size() : offset;
            if (at > out.size()) {
                throw new ValidationError("A chunk before this one is missing");
            }
            if (at + piece.length > limit) {
                throw new MaxFileSizeReachedError("The file is larger than is taken");
            }
            out.truncate(at);
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                at += out.write(bytes, at);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
