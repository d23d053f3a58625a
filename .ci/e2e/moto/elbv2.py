"""Application, Network and Gateway Load Balancers, good and bad, in a moto server."""

NOT_JUDGED = {}

# AWS answers with every attribute of a load balancer's type; moto, with few
# that were not set.
ALWAYS = {
    "application": {
        "access_logs.s3.enabled": "false", "deletion_protection.enabled": "false",
        "routing.http.drop_invalid_header_fields.enabled": "false", "routing.http.desync_mitigation_mode": "defensive",
    },
    "network": {"access_logs.s3.enabled": "false", "deletion_protection.enabled": "false", "load_balancing.cross_zone.enabled": "false"},
}


def fill(client):
    elb, ec2, acm, waf = client("elbv2"), client("ec2"), client("acm"), client("wafv2")
    vpc = ec2.create_vpc(CidrBlock="10.7.0.0/16")["Vpc"]["VpcId"]
    a, b = (ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.7.{n}.0/24", AvailabilityZone=z)["Subnet"]["SubnetId"] for n, z in enumerate(("us-east-1a", "us-east-1b")))
    certificate = acm.request_certificate(DomainName="shop.example")["CertificateArn"]

    def balancer(name, kind="application", subnets=(a, b), **attributes):
        arn = elb.create_load_balancer(Name=name, Type=kind, Subnets=list(subnets), Scheme="internal")["LoadBalancers"][0]["LoadBalancerArn"]
        named = {k.replace("__", "."): v for k, v in attributes.items()}
        elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=[{"Key": k, "Value": v} for k, v in (ALWAYS[kind] | named).items()])
        return arn

    def group(name, **kwargs):
        return elb.create_target_group(Name=name, VpcId=vpc, **kwargs)["TargetGroups"][0]["TargetGroupArn"]

    sealed = group("sealed", Protocol="HTTPS", Port=443, HealthCheckProtocol="HTTPS")
    plain = group("plain", Protocol="HTTP", Port=80, HealthCheckProtocol="HTTP")
    through = group("through", Protocol="TCP", Port=7777)
    elb.create_target_group(Name="function", TargetType="lambda")

    forward = lambda to: [{"Type": "forward", "TargetGroupArn": to}]
    redirect = [{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}]

    def listener(on, protocol, port, actions, **kwargs):
        if protocol in ("HTTPS", "TLS"):
            kwargs["Certificates"] = [{"CertificateArn": certificate}]
        arn = elb.create_listener(LoadBalancerArn=on, Protocol=protocol, Port=port, DefaultActions=actions, **kwargs)["Listeners"][0]["ListenerArn"]
        return arn, arn.split(":listener/")[1]

    good = balancer("good", deletion_protection__enabled="true", routing__http__drop_invalid_header_fields__enabled="true", routing__http__desync_mitigation_mode="strictest")
    bad = balancer("bad", routing__http__desync_mitigation_mode="monitor")
    half = balancer("half")
    balancer("empty")
    wire = balancer("wire", "network", [a])
    balancer("spread", "network", load_balancing__cross_zone__enabled="true")

    _, modern = listener(good, "HTTPS", 443, forward(sealed), SslPolicy="ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
    _, onward = listener(good, "HTTP", 80, redirect)
    _, old = listener(bad, "HTTPS", 443, forward(sealed), SslPolicy="ELBSecurityPolicy-2016-08")
    _, clear = listener(bad, "HTTP", 80, forward(plain))
    leaky, _ = listener(half, "HTTP", 80, redirect)
    elb.create_rule(ListenerArn=leaky, Priority=1, Conditions=[{"Field": "path-pattern", "Values": ["/api/*"]}], Actions=forward(plain))
    _, raw = listener(wire, "TCP", 7777, forward(through))

    # Logs go to a bucket that lets the load balancers write.
    s3 = client("s3")
    s3.create_bucket(Bucket="balancer-logs")
    s3.put_bucket_policy(Bucket="balancer-logs", Policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::127311923021:root"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::balancer-logs/AWSLogs/123456789012/*"}]}')
    elb.modify_load_balancer_attributes(LoadBalancerArn=good, Attributes=[{"Key": "access_logs.s3.enabled", "Value": "true"}, {"Key": "access_logs.s3.bucket", "Value": "balancer-logs"}])

    visible = {"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": False, "MetricName": "wall"}
    acl = waf.create_web_acl(Name="wall", Scope="REGIONAL", DefaultAction={"Allow": {}}, VisibilityConfig=visible)["Summary"]["ARN"]
    waf.associate_web_acl(WebACLArn=acl, ResourceArn=good)

    return [
        ("aws-elbv2-access-logs", "good", "PASS"),
        ("aws-elbv2-access-logs", "bad", "FAIL"),
        ("aws-elbv2-access-logs", "wire", "NOT_APPLICABLE"),
        ("aws-elbv2-cross-zone", "spread", "PASS"),
        ("aws-elbv2-cross-zone", "wire", "FAIL"),
        ("aws-elbv2-cross-zone", "good", "NOT_APPLICABLE"),
        ("aws-elbv2-deletion-protection", "good", "PASS"),
        ("aws-elbv2-deletion-protection", "bad", "FAIL"),
        ("aws-elbv2-desync-mode", "good", "PASS"),
        ("aws-elbv2-desync-mode", "bad", "FAIL"),
        ("aws-elbv2-drop-invalid-headers", "good", "PASS"),
        ("aws-elbv2-drop-invalid-headers", "bad", "FAIL"),
        ("aws-elbv2-drop-invalid-headers", "wire", "NOT_APPLICABLE"),
        ("aws-elbv2-http-redirect", "good", "PASS"),
        ("aws-elbv2-http-redirect", "bad", "FAIL"),
        ("aws-elbv2-http-redirect", "half", "FAIL"),
        ("aws-elbv2-http-redirect", "wire", "NOT_APPLICABLE"),
        ("aws-elbv2-listener-encryption", modern, "PASS"),
        ("aws-elbv2-listener-encryption", onward, "NOT_APPLICABLE"),
        ("aws-elbv2-listener-encryption", clear, "FAIL"),
        ("aws-elbv2-listener-encryption", raw, "FAIL"),
        ("aws-elbv2-listener-tls-policy", modern, "PASS"),
        ("aws-elbv2-listener-tls-policy", old, "FAIL"),
        ("aws-elbv2-listener-tls-policy", clear, "NOT_APPLICABLE"),
        ("aws-elbv2-listener-post-quantum", modern, "PASS"),
        ("aws-elbv2-listener-post-quantum", old, "FAIL"),
        ("aws-elbv2-listeners", "good", "PASS"),
        ("aws-elbv2-listeners", "empty", "FAIL"),
        ("aws-elbv2-target-group-encryption", "sealed", "PASS"),
        ("aws-elbv2-target-group-encryption", "plain", "FAIL"),
        ("aws-elbv2-target-group-encryption", "through", "FAIL"),
        ("aws-elbv2-target-group-encryption", "function", "NOT_APPLICABLE"),
        ("aws-elbv2-target-group-health-check", "sealed", "PASS"),
        ("aws-elbv2-target-group-health-check", "plain", "FAIL"),
        ("aws-elbv2-target-group-health-check", "function", "NOT_APPLICABLE"),
        ("aws-elbv2-web-acl", "good", "PASS"),
        ("aws-elbv2-web-acl", "bad", "FAIL"),
        ("aws-elbv2-web-acl", "wire", "NOT_APPLICABLE"),
        ("aws-elbv2-zones", "good", "PASS"),
        ("aws-elbv2-zones", "wire", "FAIL"),
    ]
