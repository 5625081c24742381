package org.affogato.api.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/** A message that the protocol does not allow, with its JSON-RPC code. */
final class ProtocolError extends RuntimeException {
    static final int NO_SUCH_METHOD = -32601;
    static final int BAD_PARAMETERS = -32602;

    private static final long serialVersionUID = 1;

    private final int code;

    ProtocolError(int code, String message) {
        super(message);
        this.code = code;
    }

    Map<String, Object> asObject() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", String.valueOf(getMessage()));
        return error;
    }
}
