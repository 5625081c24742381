package org.affogato.api.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.affogato.api.error.PreconditionFailed;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ETag} of a document: when it was modified, then a digest of what this caller sees of it. A write that
 * brings it in {@code If-Match} is refused once somebody else saved; a read that brings it in {@code If-None-Match} is
 * answered 304. Frappe has no counterpart but {@code modified} in the body.
 */
public final class EntityTag {
    private EntityTag() {}

    /**
     * The reply with its tag where the value is a document or its method wants one; without a body where the caller has
     * it already.
     */
    static Reply tagged(Reply reply, @Nullable Object value, HttpCall call, boolean wanted) {
        boolean isTagged = wanted || value instanceof Document;
        if (!isTagged || !(reply.body() instanceof Reply.Bytes(byte[] body))) {
            return reply;
        }
        String state = value instanceof Document document ? moment(document) : Integer.toHexString(body.length);
        String tag = '"' + state + '-' + digest(body) + '"';
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("ETag", tag);
        boolean known = !call.changes() && names(call.header("If-None-Match"), tag);
        return known
                ? new Reply(304, reply.mediaType(), new byte[0], headers)
                : new Reply(reply.status(), reply.mediaType(), body, headers);
    }

    private static boolean names(String header, String tag) {
        for (String named : header.split(",")) {
            String bare = named.strip();
            if (bare.equals("*") || (bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static String digest(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return Long.toHexString(sum.getValue());
    }

    private static String moment(Document document) {
        return Texts.of(document.get("modified")).replaceAll("\\D", "");
    }

    /**
     * @param ifMatch the header as it came; empty asks for nothing
     * @param stored the document as it is now
     * @throws PreconditionFailed where no tag of the header is of this state
     */
    public static void check(String ifMatch, Document stored) {
        if (ifMatch.isEmpty() || ifMatch.strip().equals("*")) {
            return;
        }
        String current = '"' + moment(stored) + '-';
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().startsWith(current)) {
                return;
            }
        }
        throw new PreconditionFailed(
                "%s has been changed since it was read. Read it again, then repeat the change.".formatted(stored));
    }
}
