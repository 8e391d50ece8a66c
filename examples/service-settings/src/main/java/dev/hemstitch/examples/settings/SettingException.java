package dev.hemstitch.examples.settings;

/** A setting that cannot be. The message is for whoever set it: it names the setting or the file, and what can be. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A wrong setting.
     *
     * @param message what is wrong, in a line
     */
    public SettingException(String message) {
        super(message);
    }

    /**
     * A wrong setting.
     *
     * @param message what is wrong, in a line
     * @param cause what showed it
     */
    public SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
