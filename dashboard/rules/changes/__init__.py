"""Changes of contracts under LOU 17 kap 8–17 §§: what can be computed of them. Whether a change holds in law is for
legal counsel to assess, and every answer says so.
"""
