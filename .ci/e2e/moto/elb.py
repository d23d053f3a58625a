"""Classic Load Balancers, good and bad, in a moto server."""

NOT_JUDGED = {}


def fill(client):
    elb, acm, iam = client("elb"), client("acm"), client("iam")
    certificate = acm.request_certificate(DomainName="partner.example")["CertificateArn"]

    def balancer(name, zones, *listeners, **attributes):
        elb.create_load_balancer(LoadBalancerName=name, AvailabilityZones=zones, Listeners=list(listeners))
        elb.modify_load_balancer_attributes(LoadBalancerName=name, LoadBalancerAttributes=attributes)

    def policy(on, name, reference):
        elb.create_load_balancer_policy(
            LoadBalancerName=on, PolicyName=name, PolicyTypeName="SSLNegotiationPolicyType",
            PolicyAttributes=[{"AttributeName": "Reference-Security-Policy", "AttributeValue": reference}])
        elb.set_load_balancer_policies_of_listener(LoadBalancerName=on, LoadBalancerPort=443, PolicyNames=[name])

    https = {"Protocol": "HTTPS", "LoadBalancerPort": 443, "InstanceProtocol": "HTTPS", "InstancePort": 443}
    http = {"Protocol": "HTTP", "LoadBalancerPort": 80, "InstanceProtocol": "HTTP", "InstancePort": 80}
    switch = lambda on: {"ConnectionDraining": {"Enabled": on}, "CrossZoneLoadBalancing": {"Enabled": on}}

    client("s3").create_bucket(Bucket="classic-logs")
    balancer("good", ["us-east-1a", "us-east-1b"], https | {"SSLCertificateId": certificate}, **switch(True),
             AccessLog={"Enabled": True, "S3BucketName": "classic-logs", "EmitInterval": 60})
    policy("good", "tls12", "ELBSecurityPolicy-TLS-1-2-2017-01")
    balancer("bad", ["us-east-1a"], https | {"SSLCertificateId": "arn:aws:iam::123456789012:server-certificate/old"}, http, **switch(False))
    policy("bad", "old", "ELBSecurityPolicy-2016-08")
    balancer("plain", ["us-east-1a"], http, **switch(False))
    return [
        ("aws-elb-access-logs", "good", "PASS"),
        ("aws-elb-access-logs", "bad", "FAIL"),
        ("aws-elb-acm-certificate", "good", "PASS"),
        ("aws-elb-acm-certificate", "bad", "FAIL"),
        ("aws-elb-acm-certificate", "plain", "NOT_APPLICABLE"),
        ("aws-elb-connection-draining", "good", "PASS"),
        ("aws-elb-connection-draining", "bad", "FAIL"),
        ("aws-elb-cross-zone", "good", "PASS"),
        ("aws-elb-cross-zone", "bad", "FAIL"),
        ("aws-elb-desync-mode", "good", "PASS"),
        ("aws-elb-listener-encryption", "good", "PASS"),
        ("aws-elb-listener-encryption", "bad", "FAIL"),
        ("aws-elb-tls-policy", "good", "PASS"),
        ("aws-elb-tls-policy", "bad", "FAIL"),
        ("aws-elb-tls-policy", "plain", "NOT_APPLICABLE"),
        ("aws-elb-zones", "good", "PASS"),
        ("aws-elb-zones", "bad", "FAIL"),
    ]
