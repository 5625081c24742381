package org.affogato.api.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** A value whose JSON was written before and goes out as it is: for answers that many callers get. */
public final class Prewritten {
    private final SerializableString json;

    public Prewritten(String json) {
        this.json = new SerializedString(json);
    }

    /** How many letters go out. */
    public int length() {
        return json.charLength();
    }

    SerializableString json() {
        return json;
    }
}
