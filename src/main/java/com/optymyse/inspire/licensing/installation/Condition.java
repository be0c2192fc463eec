package com.optymyse.inspire.licensing.installation;

/** What has to stay as it is for a change of standing to happen. */
public enum Condition {
    SERVER_UNREACHABLE("server stays unreachable"),
    LICENSE_NOT_RENEWED("license is not renewed"),
    CERTIFICATE_NOT_RENEWED("certificate is not renewed"),
    NO_NEWER_FILE("no newer license file is activated");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /** The condition as answers tell it. */
    public String text() {
        return text;
    }
}
