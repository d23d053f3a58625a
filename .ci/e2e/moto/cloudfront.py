"""Distributions in front of buckets and servers."""


def origin(id, domain, **more):
    return {"Id": id, "DomainName": domain, "OriginPath": "", "CustomHeaders": {"Quantity": 0}, **more}


def bucket(name):
    return origin(name, name + ".s3.us-east-1.amazonaws.com", S3OriginConfig={"OriginAccessIdentity": ""})


def server(id, domain, protocol, versions):
    return origin(id, domain, CustomOriginConfig={
        "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": protocol,
        "OriginSslProtocols": {"Quantity": len(versions), "Items": versions}, "OriginReadTimeout": 30, "OriginKeepaliveTimeout": 5})


def distribution(ref, origins, viewers="https-only", target=None, **more):
    behavior = {"TargetOriginId": target or origins[0]["Id"], "ViewerProtocolPolicy": viewers, "MinTTL": 0,
                "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
                "TrustedSigners": {"Enabled": False, "Quantity": 0}}
    return {"CallerReference": ref, "Comment": ref, "Enabled": True, "Origins": {"Quantity": len(origins), "Items": origins},
            "DefaultCacheBehavior": behavior, "CacheBehaviors": {"Quantity": 0}, **more}


def fill(client):
    cf, s3 = client("cloudfront"), client("s3")
    s3.create_bucket(Bucket="pomona-site")
    good = cf.create_distribution(DistributionConfig=distribution(
        "good", [bucket("pomona-site"), server("web", "web.pomona.example", "https-only", ["TLSv1.2"])], viewers="redirect-to-https",
        DefaultRootObject="index.html", WebACLId="arn:aws:wafv2:us-east-1:123456789012:global/webacl/pomona/1",
        Aliases={"Quantity": 1, "Items": ["www.pomona.example"]},
        Logging={"Enabled": True, "IncludeCookies": False, "Bucket": "pomona-logs.s3.amazonaws.com", "Prefix": ""},
        ViewerCertificate={"ACMCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1", "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"},
    ))["Distribution"]["Id"]
    bad = cf.create_distribution(DistributionConfig=distribution(
        "bad", [bucket("pomona-nobody-has-this"), server("old", "old.pomona.example", "match-viewer", ["SSLv3", "TLSv1"]),
                server("fn", "abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws", "https-only", ["TLSv1.2"])],
        viewers="allow-all", target="old",
    ))["Distribution"]["Id"]

    def both(what):
        return [("aws-cloudfront-distribution-" + what, good, "PASS"), ("aws-cloudfront-distribution-" + what, bad, "FAIL")]

    return [e for what in (
        "default-root-object", "logging", "missing-origin-bucket", "origin-encryption", "origin-protocols", "viewer-https", "waf",
    ) for e in both(what)] + [
        ("aws-cloudfront-distribution-custom-certificate", good, "PASS"),
        ("aws-cloudfront-distribution-custom-certificate", bad, "UNKNOWN"),  # moto does not say whether it is a staging distribution
        ("aws-cloudfront-distribution-tls-policy", good, "PASS"),
        ("aws-cloudfront-distribution-tls-policy", bad, "UNKNOWN"),
        ("aws-cloudfront-distribution-s3-origin-access-control", good, "FAIL"),
        ("aws-cloudfront-distribution-s3-origin-access-control", bad, "FAIL"),
        ("aws-cloudfront-distribution-sni", good, "PASS"),
        ("aws-cloudfront-distribution-sni", bad, "NOT_APPLICABLE"),
        ("aws-cloudfront-distribution-lambda-origin-access-control", bad, "FAIL"),
        ("aws-cloudfront-distribution-lambda-origin-access-control", good, "NOT_APPLICABLE"),
        ("aws-cloudfront-distribution-origin-failover", good, "FAIL"),
        ("aws-cloudfront-distribution-key-groups", good, "NOT_APPLICABLE"),
    ]


NOT_JUDGED = {"aws-cloudfront-distribution-key-groups": "moto keeps neither trusted signers nor trusted key groups of a behavior"}
