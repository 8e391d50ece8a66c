package dev.hemstitch.ads.vast;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A macro: a name in brackets in a URL, in whose place a value goes. An open set: the constants are those that VAST knows
 * and that matter to who inserts ads, {@link #of} gives any other. Equal if the names are.
 */
public final class VastMacro {
    private static final Map<String, VastMacro> KNOWN = new TreeMap<>();

    /** Names in the field for what VAST calls otherwise; VMAP has an underscore in its error code. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "RANDOM", "CACHEBUSTING",
            "CACHEBUSTER", "CACHEBUSTING",
            "ERROR_CODE", "ERRORCODE");

    /** When the URL is called, ISO 8601. */
    public static final VastMacro TIMESTAMP = known("TIMESTAMP");

    /** Eight random digits. In the field also {@code [RANDOM]} and {@code [CACHEBUSTER]}. */
    public static final VastMacro CACHEBUSTING = known("CACHEBUSTING");

    /** The error code. In VMAP also {@code [ERROR_CODE]}. */
    public static final VastMacro ERRORCODE = known("ERRORCODE");

    /** The time in the content, {@code HH:MM:SS.mmm}; VAST 3 to 4.1. */
    public static final VastMacro CONTENTPLAYHEAD = known("CONTENTPLAYHEAD");

    /** The time in the content, {@code HH:MM:SS.mmm}. */
    public static final VastMacro MEDIAPLAYHEAD = known("MEDIAPLAYHEAD");

    /** The time in the ad, {@code HH:MM:SS.mmm}. */
    public static final VastMacro ADPLAYHEAD = known("ADPLAYHEAD");

    /** The URL of what is played. */
    public static final VastMacro ASSETURI = known("ASSETURI");

    /** Where the break is: 1 before, 2 within, 3 behind the content, 4 alone, 0 other. */
    public static final VastMacro BREAKPOSITION = known("BREAKPOSITION");

    /** The longest that the break may be, in seconds. */
    public static final VastMacro BREAKMAXDURATION = known("BREAKMAXDURATION");

    /** The shortest that the break may be, in seconds. */
    public static final VastMacro BREAKMINDURATION = known("BREAKMINDURATION");

    /** The most ads of the break. */
    public static final VastMacro BREAKMAXADS = known("BREAKMAXADS");

    /** The fewest ads of the break. */
    public static final VastMacro BREAKMINADS = known("BREAKMINADS");

    /** The longest that an ad may be, in seconds. */
    public static final VastMacro BREAKMAXADLENGTH = known("BREAKMAXADLENGTH");

    /** The shortest that an ad may be, in seconds. */
    public static final VastMacro BREAKMINADLENGTH = known("BREAKMINADLENGTH");

    /** The number of ads that play. */
    public static final VastMacro ADCOUNT = known("ADCOUNT");

    /** The place of the ad in the pod. */
    public static final VastMacro PODSEQUENCE = known("PODSEQUENCE");

    /** What identifies this serving of the ad. */
    public static final VastMacro ADSERVINGID = known("ADSERVINGID");

    /** The creative's identifier: registry and value, separated by a space. */
    public static final VastMacro UNIVERSALADID = known("UNIVERSALADID");

    /** The categories of the ad. */
    public static final VastMacro ADCATEGORIES = known("ADCATEGORIES");

    /** The categories that are not accepted. */
    public static final VastMacro BLOCKEDADCATEGORIES = known("BLOCKEDADCATEGORIES");

    /** What ties all requests of a session together. */
    public static final VastMacro TRANSACTIONID = known("TRANSACTIONID");

    /** Who calls the URL: 0 the client, 1 a server for the client, 2 a server that does not know the client. */
    public static final VastMacro SERVERSIDE = known("SERVERSIDE");

    /** The advertising identifier of the device. */
    public static final VastMacro IFA = known("IFA");

    /** What kind of identifier that is. */
    public static final VastMacro IFATYPE = known("IFATYPE");

    /** The address of the device. */
    public static final VastMacro DEVICEIP = known("DEVICEIP");

    /** The user agent of the device. */
    public static final VastMacro DEVICEUA = known("DEVICEUA");

    /** The name and version of the player. */
    public static final VastMacro CLIENTUA = known("CLIENTUA");

    /** The name and version of the server that inserts ads. */
    public static final VastMacro SERVERUA = known("SERVERUA");

    /** Latitude and longitude. */
    public static final VastMacro LATLONG = known("LATLONG");

    /** The domain of the page. */
    public static final VastMacro DOMAIN = known("DOMAIN");

    /** The URL of the page. */
    public static final VastMacro PAGEURL = known("PAGEURL");

    /** The identifier of the app. */
    public static final VastMacro APPBUNDLE = known("APPBUNDLE");

    /** The identifier of the app in its store. */
    public static final VastMacro STOREID = known("STOREID");

    /** The identifier of the content. */
    public static final VastMacro CONTENTID = known("CONTENTID");

    /** The URL of the content. */
    public static final VastMacro CONTENTURI = known("CONTENTURI");

    /** Whether tracking is limited: 0 or 1. */
    public static final VastMacro LIMITADTRACKING = known("LIMITADTRACKING");

    /** Which regulations apply. */
    public static final VastMacro REGULATIONS = known("REGULATIONS");

    /** What the user consented to. */
    public static final VastMacro GDPRCONSENT = known("GDPRCONSENT");

    /** Why a verification was not executed. */
    public static final VastMacro REASON = known("REASON");

    static {
        for (String name : new String[] {
            "ADTYPE",
            "APIFRAMEWORKS",
            "CLICKPOS",
            "CLICKTYPE",
            "EXTENSIONS",
            "INVENTORYSTATE",
            "MEDIAMIME",
            "OMIDPARTNER",
            "PLACEMENTTYPE",
            "PLAYERCAPABILITIES",
            "PLAYERSIZE",
            "STOREURL",
            "VASTVERSIONS",
            "VERIFICATIONVENDORS"
        }) {
            known(name);
        }
    }

    private final String name;

    private VastMacro(String name) {
        this.name = name;
    }

    private static VastMacro known(String name) {
        VastMacro macro = new VastMacro(name);
        KNOWN.put(name, macro);
        return macro;
    }

    /**
     * A macro of any name.
     *
     * @param name the name without brackets, in any case: ASCII letters, digits, underscores and points
     * @return the macro
     * @throws IllegalArgumentException if the name is none
     */
    public static VastMacro of(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a macro's name is letters, digits, underscores and points");
        }
        String upper = name.toUpperCase(Locale.ROOT);
        String standard = SYNONYMS.getOrDefault(upper, upper);
        return Optional.ofNullable(KNOWN.get(standard)).orElseGet(() -> new VastMacro(standard));
    }

    /**
     * Whether a text can be the name of a macro.
     *
     * @param name the text
     * @return whether it has ASCII letters, digits, underscores and points, and nothing else
     */
    public static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(VastMacro::isNamePart);
    }

    static boolean isNamePart(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    /** {@return the name without brackets, in upper case} */
    public String name() {
        return name;
    }

    /** {@return whether VAST knows it} */
    public boolean isKnown() {
        return KNOWN.containsKey(name);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof VastMacro other && name.equals(other.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** {@return the macro as it stands in URLs} */
    @Override
    public String toString() {
        return "[" + name + "]";
    }
}
