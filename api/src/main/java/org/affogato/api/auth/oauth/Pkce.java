package org.affogato.api.auth.oauth;

import java.util.Base64;
import org.affogato.api.auth.Digests;

/** Proof that who redeems a code is who asked for it: RFC 7636. */
final class Pkce {
    private Pkce() {}

    /**
     * Whether the verifier belongs to the challenge of the authorization. Nothing is to be proved where there was none;
     * a client that shows a verifier all the same asked for another code than this one.
     */
    static boolean proves(String verifier, String challenge, String method) {
        if (challenge.isEmpty()) {
            return verifier.isEmpty();
        }
        String shown = method.equals("s256") ? encoded(Digests.of(verifier)) : verifier;
        return Digests.same(shown, challenge);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
