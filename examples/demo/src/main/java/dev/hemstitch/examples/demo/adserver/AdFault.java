package dev.hemstitch.examples.demo.adserver;

/** What can be wrong with ad decisions. The media of ads and the beacon log stay: they are other machines. */
public enum AdFault {
    /** Nothing. */
    NONE,
    /** Connections are closed without an answer. */
    DOWN,
    /** Answers come after ten seconds. */
    SLOW,
    /** Answers are no ad responses: broken XML, a page, random bytes, by turns. */
    GARBAGE
}
