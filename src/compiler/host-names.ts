// The one name that compiled code uses for its host. The person's code must not declare or mention it.

export const hostName = "__is";
